import ArgumentParser
import Convention

struct ExpliquerMontant: Commande {
  static let configuration = CommandConfiguration(
    commandName: "montant", abstract: "Ce qu’un montant coûte : frais amiables, ou acte et droit dégressif.",
    discussion: """
      En phase comminatoire, le montant est tenu pour le principal recouvré, à moins qu’une politique ne le partage. En \
      recouvrement judiciaire, il est ce que l’acte vise puis ce qui est payé le même jour.

      Exemples :
        centre-serveur expliquer montant 250,00
        centre-serveur expliquer montant 250,00 --le 02/03/2026 --departement 971 --politique brutVentile
        centre-serveur expliquer montant 250,00 --le 01/02/2011 --phase judiciaire --acte 042
      """)

  @Argument(help: ArgumentHelp("Montant en euros, par exemple 250,00.", valueName: "montant"))
  var montant: String

  @Option(help: ArgumentHelp("Jour du paiement ou de l’acte ; aujourd’hui si rien n’est dit.", valueName: "jour"))
  var le: String?

  @Option(
    help: ArgumentHelp("Département de l’étude, pour la TVA ; la métropole si rien n’est dit.", valueName: "code"))
  var departement: String?

  @Option(help: ArgumentHelp("partDeclaree, brutVentile, fraisDabord ou fraisEnSus.", valueName: "politique"))
  var politique: String?

  @Option(help: ArgumentHelp("comminatoire, si rien n’est dit, ou judiciaire.", valueName: "phase"))
  var phase: String?

  @Option(help: ArgumentHelp("Code de l’acte tarifé, en recouvrement judiciaire.", valueName: "code"))
  var acte: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let phase = try phase.map(SaisieDeDroit.phase) ?? .comminatoire
    guard phase == .judiciaire || acte == nil, phase == .comminatoire || politique == nil else {
      throw MauvaisUsage("--acte va avec --phase judiciaire, --politique avec la phase comminatoire.")
    }
    let amount = try SaisieDeDroit.montant(montant)
    let day = try le.map(SaisieDeDroit.jour) ?? session.jour
    let territoire = try departement.map { TerritoireFiscal(try SaisieDeDroit.departement($0)) } ?? .metropole
    let cost = CoutDUnMontant(amount, le: day, territoire)
    let found =
      switch phase {
      case .comminatoire: try cost.amiable(try politique.map(Self.politique))
      case .judiciaire: try cost.judiciaire(acte: acte)
      }
    session.tell([("\(amount.texte) le \(day.texte), \(phase.libelle)", found, [])])
    return .fait
  }

  private static func politique(_ texte: String) throws -> PolitiqueDImputation {
    guard let politique = PolitiqueDImputation(rawValue: texte) else {
      let known = PolitiqueDImputation.allCases.map(\.rawValue).joined(separator: ", ")
      throw MauvaisUsage("Politique « \(texte) » : \(known) attendu.")
    }
    return politique
  }
}
