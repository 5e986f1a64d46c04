import Convention
import Registre

/// What the base holds for the transaction of a reception: what was committed before it, and what it has accepted since.
///
/// Asking it waits for nothing that is being written. No reception sets a demand aside, so that both together are the whole.
struct Acquis {
  private let registre: Ecriture
  private let fichier: Int64
  private let avant: Lecture
  private let memoire: Int
  private var demandes: [CleDemande: Int64] = [:]
  private var connues: DemandesConnues
  private var fiches: [CleDemande: Fiche] = [:]
  private var hasForgotten = false
  private var messages: Set<NumeroDeMessage> = []
  private var actualisations: Set<NumeroDActualisation> = []
  private var encaissements: Set<NumeroDEncaissement> = []

  private struct NumeroDeMessage: Hashable {
    let etude: CodeEtude
    let numero: Int64
  }
  private struct NumeroDActualisation: Hashable {
    let dossier: Int64
    let numero: Int64
  }
  private struct NumeroDEncaissement: Hashable {
    let etude: CodeEtude
    let numero: String
  }

  init(_ registre: Ecriture, of fichier: Int64, avant: Lecture, memoire: Int) {
    self.registre = registre
    self.fichier = fichier
    self.avant = avant
    connues = DemandesConnues(avant)
    self.memoire = memoire
  }

  /// The accepted demand of that key and the file that brought it.
  mutating func demande(_ cle: CleDemande) throws -> (id: Int64, fichier: Int64)? {
    if let id = demandes[cle] { return (id, fichier) }
    return try connues.trouver(cle)
  }

  /// The accepted dossier of that key, in its present state.
  mutating func fiche(_ cle: CleDemande) throws -> Fiche? {
    if let known = fiches[cle] { return known }
    guard let found = try demande(cle) else { return nil }
    let fiche = try hasForgotten ? registre.lecture.fiche(found.id) : avant.fiche(found.id)
    if let fiche { keep(fiche) }
    return fiche
  }

  func messageConnu(etude: CodeEtude, numero: Int64) throws -> Bool {
    try messages.contains(NumeroDeMessage(etude: etude, numero: numero))
      || avant.messageConnu(etude: etude, numero: numero)
  }

  func actualisationConnue(dossier: Int64, numero: Int64) throws -> Bool {
    try actualisations.contains(NumeroDActualisation(dossier: dossier, numero: numero))
      || avant.actualisationConnue(dossier: dossier, numero: numero)
  }

  /// The file that brought the payment of that number; 0 for one typed on the site.
  func encaissementConnu(etude: CodeEtude, numero: String) throws -> Int64? {
    if encaissements.contains(NumeroDEncaissement(etude: etude, numero: numero)) { return fichier }
    return try avant.encaissementConnu(etude: etude, numero: numero)
  }
}

extension Acquis {
  /// A demand has been accepted.
  mutating func ouvrir(_ fiche: Fiche) {
    demandes[fiche.dossier.demande.cle] = fiche.id
    keep(fiche)
  }

  /// Events have been accepted on a dossier, which is now so.
  mutating func noter(_ events: [Evenement], _ fiche: Fiche) {
    for event in events { note(event, fiche.id) }
    keep(fiche)
  }

  private mutating func note(_ event: Evenement, _ dossier: Int64) {
    if let entete = event.entete { messages.insert(NumeroDeMessage(etude: entete.etude, numero: entete.numero)) }
    switch event {
    case .actualisationRecue(let fait):
      actualisations.insert(NumeroDActualisation(dossier: dossier, numero: fait.actualisation.numero))
    case .encaissementConstate(let fait):
      let etude = fait.entete.etude
      encaissements.insert(NumeroDEncaissement(etude: etude, numero: fait.encaissement.numero))
      for numero in fait.encaissement.messages { messages.insert(NumeroDeMessage(etude: etude, numero: numero)) }
    default: return
    }
  }

  /// The memory is bounded: beyond, dossiers are read from the base, which waits for what is being written.
  private mutating func keep(_ fiche: Fiche) {
    if fiches.count >= memoire {
      fiches.removeAll(keepingCapacity: true)
      hasForgotten = true
    }
    fiches[fiche.dossier.demande.cle] = fiche
  }
}
