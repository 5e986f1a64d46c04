/// Numbers of companies and public bodies that pass their own check and belong to nobody in particular.
enum Immatriculation {
  /// Fourteen digits, Luhn over the first nine and over all; the first digit says the kind of body.
  static func siret(premier: Int, _ alea: inout Alea) -> String {
    var digits = [premier] + (0..<7).map { _ in alea.below(10) }
    digits.append(key(digits))
    digits += [0, 0, 0, 1 + alea.below(9)]
    digits.append(key(digits))
    return digits.map(String.init).joined()
  }

  /// A number with one false digit: no longer valid.
  static func wrong(_ siret: String) -> String {
    var bytes = Array(siret.utf8)
    let last = bytes.count - 1
    bytes[last] = 0x30 + (bytes[last] - 0x30 + 1) % 10
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The last digit that makes Luhn's sum a multiple of ten.
  private static func key(_ digits: [Int]) -> Int {
    let sum = digits.reversed().enumerated().reduce(0) { total, item in
      let value = item.offset % 2 == 0 ? item.element * 2 : item.element
      return total + (value > 9 ? value - 9 : value)
    }
    return (10 - sum % 10) % 10
  }
}
