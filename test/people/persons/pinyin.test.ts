import { readingOf } from '../../../server/people/persons/pinyin'

describe('readingOf', () => {
  it.each([
    ['单示一', 'shan shi yi'], ['仇示一', 'qiu shi yi'], ['解示一', 'xie shi yi'], ['区示一', 'ou shi yi'], ['曾示一', 'zeng shi yi'],
    ['尉迟示一', 'yu chi shi yi'], ['查示一', 'zha shi yi'], ['朴示一', 'piao shi yi'], ['盖示一', 'ge shi yi'], ['任示一', 'ren shi yi'],
    ['华示一', 'hua shi yi'], ['乐示一', 'yue shi yi'], ['缪示一', 'miao shi yi'], ['翟示一', 'zhai shi yi'], ['员示一', 'yun shi yi'],
    ['冼示一', 'xian shi yi'], ['覃示一', 'qin shi yi'], ['万俟示一', 'mo qi shi yi'], ['长孙示一', 'zhang sun shi yi'], ['单于示一', 'chan yu shi yi'],
    ['繁示一', 'po shi yi'], ['种示一', 'chong shi yi'], ['折示一', 'she shi yi'], ['那示一', 'na shi yi'], ['解放', 'xie fang'], ['吕示', 'lv shi'],
  ])('reads the surname of %s as one', (name, sortKey) => {
    expect(readingOf(name).sortKey).toBe(sortKey)
  })

  it('reads the same characters otherwise where they are no surname', () => {
    expect(readingOf('王单').sortKey).toBe('wang dan')
    expect(readingOf('王解').sortKey).toBe('wang jie')
    expect(readingOf('示例·查干').sortKey).toBe('shi li cha gan')
  })

  it('reads Mongolian names in Chinese writing, with and without dots', () => {
    expect(readingOf('巴音示例德力格尔')).toEqual({ sortKey: 'ba yin shi li de li ge er', full: 'bayinshilideligeer', initials: 'bysldlge', surnameLength: 0 })
    expect(readingOf('示例·巴图')).toEqual({ sortKey: 'shi li ba tu', full: 'shilibatu', initials: 'slbt', surnameLength: 0 })
    for (const dotted of ['示例•巴图', '示例．巴图', '示例 巴图']) expect(readingOf(dotted).full).toBe('shilibatu')
  })

  it('keeps the readable rest of a name with a character it cannot read', () => {
    expect(readingOf('𠮷示一').full).toBe('shiyi')
    expect(readingOf('王𠮷').initials).toBe('w')
    expect(readingOf('')).toEqual({ sortKey: '', full: '', initials: '', surnameLength: 0 })
    expect(readingOf('ᠪᠠᠭᠠᠲᠤᠷ').full).toBe('')
  })

  it('sorts by syllable, so that 李 comes before 连', () => {
    expect(readingOf('李示').sortKey < readingOf('连示').sortKey).toBe(true)
  })
})
