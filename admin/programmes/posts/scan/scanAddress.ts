/** Where the code on a plaque leads: the public page of its post, at this product. */
export const scanAddress = (plaqueNo: string): string => `${window.location.origin}/#/post?plaque=${encodeURIComponent(plaqueNo)}`

/** The number that such an address asks for; typed after a stroke it is understood too. */
export const scannedNumber = (hash: string): string => decodeURIComponent(/^#\/post(?:\?plaque=|\/)([^/&?]*)/.exec(hash)?.[1] ?? '')
