/** Where the code on a plaque leads: the public page of its post, at this product. */
export const scanAddress = (plaqueNo: string): string => `${window.location.origin}/#/post/${encodeURIComponent(plaqueNo)}`

/** The number that such an address asks for. */
export const scannedNumber = (hash: string): string => decodeURIComponent(/^#\/post\/([^/?]*)/.exec(hash)?.[1] ?? '')
