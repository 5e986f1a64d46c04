import Convention

/// The two systems in which a workbook counts its days.
enum OrigineDesDates {
  case de1900
  case de1904

  /// The day of a serial number; its fraction, the time of day, is dropped. nil outside 1900–2199, and for the
  /// 29 February 1900 that the first system believes in.
  func jour(serial: String) -> Jour? {
    let whole = serial.prefix { $0 != "." }
    guard let days = Int(whole), (0...110_000).contains(days) else { return nil }
    let day: Jour
    switch self {
    case .de1904: day = Jour(1904, 1, 1).adding(days: days)
    case .de1900:
      guard days >= 1, days != 60 else { return nil }
      // The serial 1 is 1 January 1900; beyond the day that never was, one less.
      day = Jour(1900, 1, 1).adding(days: days < 60 ? days - 1 : days - 2)
    }
    return day <= Jour(2199, 12, 31) ? day : nil
  }
}
