import Convention
import Interface
import Registre

/// What stops something typed, said where it was typed.
public struct SaisieRefusee: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Faute: Hashable, Sendable {
    /// The name of the format's field; nil when the whole act is refused.
    public let champ: String?
    /// Physical rank of the record among those typed, from 0.
    public let rang: Int
    /// The code of the reject, for those who know it.
    public let code: String?
    public let phrase: String

    public init(champ: String?, rang: Int = 0, code: String? = nil, phrase: String) {
      self.champ = champ
      self.rang = rang
      self.code = code
      self.phrase = phrase
    }
  }

  public let fautes: [Faute]

  public init(_ fautes: [Faute]) { self.fautes = fautes }

  /// Without a value of anyone: reasons only.
  public var description: String { fautes.map(\.phrase).joined(separator: " ") }
}

extension SaisieRefusee {
  /// The header is line 1: the first record typed is line 2.
  init(_ rejets: [RejetConserve], _ centre: Centre) {
    self.init(
      rejets.map { rejet in
        Faute(
          champ: rejet.champ, rang: max(0, rejet.place.ligne - 2), code: rejet.code,
          phrase: centre.phrase(code: rejet.code).map { "\($0.capitalized1)." } ?? "Refusé (\(rejet.code)).")
      })
  }

  /// The fault of a record that could not even be written.
  init(_ fault: FauteDeRedaction, rang: Int) {
    self.init([
      Faute(champ: fault.champ.isEmpty ? nil : fault.champ, rang: rang, phrase: "\(fault.message.capitalized1).")
    ])
  }

  static let sansEffet = SaisieRefusee([
    Faute(
      champ: nil,
      phrase:
        "Rien n’est enregistré : le dossier est clos ou remis à une autre étude, ou la convention ne le permet pas "
        + "dans cette phase.")
  ])
}

extension String {
  /// With a capital first letter, the rest as it is.
  fileprivate var capitalized1: String { prefix(1).uppercased() + dropFirst() }
}
