/// A fact of a dossier's life: what the journal keeps (design, decision 1).
///
/// An event holds all that its effect needs: applying it asks for no contract, calendar or clock.
public enum Evenement: Hashable, Sendable {
  case dossierTransmis(DossierTransmis)
  case dossierMisEnAttente(DossierMisEnAttente)
  case dossierRemis(DossierRemis)
  case demandeEcartee(DemandeEcartee)
  case accuseRecu(AccuseRecu)
  case dossierRefuse(DossierRefuse)
  case receptionReputee(ReceptionReputee)
  case actionEngagee(ActionEngagee)
  case constatEtabli(ConstatEtabli)
  case renseignementDonne(RenseignementDonne)
  case encaissementConstate(EncaissementConstate)
  case prolongationDemandee(ProlongationDemandee)
  case autorisationDemandee(AutorisationDemandee)
  case acteSignale(ActeSignale)
  case retardJustifie(RetardJustifie)
  case actualisationRecue(ActualisationRecue)
  case messageConserve(MessageConserve)
  case relanceEmise(RelanceEmise)
  case phaseTerminee(PhaseTerminee)
  case dossierRouvert(DossierRouvert)
  case retourEtabli(RetourEtabli)
  case avancementSignale(AvancementSignale)
  case messageRectifie(MessageRectifie)

  /// The stable name of the kind, written in the journal.
  public enum Genre: String, Hashable, Sendable, Codable, CaseIterable {
    case dossierTransmis = "DossierTransmis"
    case dossierMisEnAttente = "DossierMisEnAttente"
    case dossierRemis = "DossierRemis"
    case demandeEcartee = "DemandeEcartee"
    case accuseRecu = "AccuseRecu"
    case dossierRefuse = "DossierRefuse"
    case receptionReputee = "ReceptionReputee"
    case actionEngagee = "ActionEngagee"
    case constatEtabli = "ConstatEtabli"
    case renseignementDonne = "RenseignementDonne"
    case encaissementConstate = "EncaissementConstate"
    case prolongationDemandee = "ProlongationDemandee"
    case autorisationDemandee = "AutorisationDemandee"
    case acteSignale = "ActeSignale"
    case retardJustifie = "RetardJustifie"
    case actualisationRecue = "ActualisationRecue"
    case messageConserve = "MessageConserve"
    case relanceEmise = "RelanceEmise"
    case phaseTerminee = "PhaseTerminee"
    case dossierRouvert = "DossierRouvert"
    case retourEtabli = "RetourEtabli"
    case avancementSignale = "AvancementSignale"
    case messageRectifie = "MessageRectifie"
  }
}

/// The content of one kind of event.
public protocol Fait: Hashable, Sendable, Codable {}

extension Evenement {
  /// Kind and content.
  public var fait: (genre: Genre, contenu: any Fait) {
    switch self {
    case .dossierTransmis(let fait): (.dossierTransmis, fait)
    case .dossierMisEnAttente(let fait): (.dossierMisEnAttente, fait)
    case .dossierRemis(let fait): (.dossierRemis, fait)
    case .demandeEcartee(let fait): (.demandeEcartee, fait)
    case .accuseRecu(let fait): (.accuseRecu, fait)
    case .dossierRefuse(let fait): (.dossierRefuse, fait)
    case .receptionReputee(let fait): (.receptionReputee, fait)
    case .actionEngagee(let fait): (.actionEngagee, fait)
    case .constatEtabli(let fait): (.constatEtabli, fait)
    case .renseignementDonne(let fait): (.renseignementDonne, fait)
    case .encaissementConstate(let fait): (.encaissementConstate, fait)
    case .prolongationDemandee(let fait): (.prolongationDemandee, fait)
    case .autorisationDemandee(let fait): (.autorisationDemandee, fait)
    case .acteSignale(let fait): (.acteSignale, fait)
    case .retardJustifie(let fait): (.retardJustifie, fait)
    case .actualisationRecue(let fait): (.actualisationRecue, fait)
    case .messageConserve(let fait): (.messageConserve, fait)
    case .relanceEmise(let fait): (.relanceEmise, fait)
    case .phaseTerminee(let fait): (.phaseTerminee, fait)
    case .dossierRouvert(let fait): (.dossierRouvert, fait)
    case .retourEtabli(let fait): (.retourEtabli, fait)
    case .avancementSignale(let fait): (.avancementSignale, fait)
    case .messageRectifie(let fait): (.messageRectifie, fait)
    }
  }

  public var genre: Genre { fait.genre }

  /// Reads the content of a kind back; `decode` turns canonical bytes into the type it is asked for.
  public init(_ genre: Genre, decode: (any Fait.Type) throws -> any Fait) throws {
    func read<F: Fait>(_ type: F.Type) throws -> F {
      guard let fait = try decode(type) as? F else {
        preconditionFailure("the decoder gives the type it was asked for")
      }
      return fait
    }
    self =
      switch genre {
      case .dossierTransmis: .dossierTransmis(try read(DossierTransmis.self))
      case .dossierMisEnAttente: .dossierMisEnAttente(try read(DossierMisEnAttente.self))
      case .dossierRemis: .dossierRemis(try read(DossierRemis.self))
      case .demandeEcartee: .demandeEcartee(try read(DemandeEcartee.self))
      case .accuseRecu: .accuseRecu(try read(AccuseRecu.self))
      case .dossierRefuse: .dossierRefuse(try read(DossierRefuse.self))
      case .receptionReputee: .receptionReputee(try read(ReceptionReputee.self))
      case .actionEngagee: .actionEngagee(try read(ActionEngagee.self))
      case .constatEtabli: .constatEtabli(try read(ConstatEtabli.self))
      case .renseignementDonne: .renseignementDonne(try read(RenseignementDonne.self))
      case .encaissementConstate: .encaissementConstate(try read(EncaissementConstate.self))
      case .prolongationDemandee: .prolongationDemandee(try read(ProlongationDemandee.self))
      case .autorisationDemandee: .autorisationDemandee(try read(AutorisationDemandee.self))
      case .acteSignale: .acteSignale(try read(ActeSignale.self))
      case .retardJustifie: .retardJustifie(try read(RetardJustifie.self))
      case .actualisationRecue: .actualisationRecue(try read(ActualisationRecue.self))
      case .messageConserve: .messageConserve(try read(MessageConserve.self))
      case .relanceEmise: .relanceEmise(try read(RelanceEmise.self))
      case .phaseTerminee: .phaseTerminee(try read(PhaseTerminee.self))
      case .dossierRouvert: .dossierRouvert(try read(DossierRouvert.self))
      case .retourEtabli: .retourEtabli(try read(RetourEtabli.self))
      case .avancementSignale: .avancementSignale(try read(AvancementSignale.self))
      case .messageRectifie: .messageRectifie(try read(MessageRectifie.self))
      }
  }
}
