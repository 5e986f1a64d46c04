import Centre
import Convention
import Registre

extension ListeDeDossiers {
  static func json(_ item: LigneDossier) -> JSONValue {
    .objetSansNul([
      ("numero_demande", .texte(item.cle.numero)), ("application", .texte(item.cle.application)),
      ("exploitation", .texte(item.cle.exploitation)), ("poste", .texte(item.poste)),
      ("phase", .texte(item.phase.rawValue)),
      ("etat", .texte(item.etat)), ("etude", JSONValue(item.etude)), ("redevable", .texte(item.nom)),
      ("code_postal", JSONValue(item.codePostal)), ("localite", .texte(item.localite)),
      ("montant", JSONValue(item.montant)), ("reste_du", JSONValue(item.reste)), ("remis_le", JSONValue(item.remisLe)),
      ("recu_le", JSONValue(item.recuLe)), ("reception_reputee", .booleen(item.receptionReputee)),
      ("terme", JSONValue(item.terme)), ("fin_motif", JSONValue(item.finMotif)), ("fin_le", JSONValue(item.finLe)),
    ])
  }
}
