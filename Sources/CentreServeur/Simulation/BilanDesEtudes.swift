import Convention
import Simulation

/// The results of each étude against its objective, from the books of the simulation alone (art. 9, R028–R029).
struct BilanDesEtudes: Sendable {
  let lignes: [(etude: String, bilan: BilanDesObjectifs)]

  init(_ livre: Livre, on jour: Jour) {
    lignes = livre.resultats.sorted { $0.key < $1.key }.map { code, resultat in
      let ensemble = Objectif.Cible(.general)
      let contrat = ContratInvente.tous[code]
      let objectifs = contrat?.objectif.map { [Objectif(ensemble, taux: $0, du: contrat?.du ?? jour)] } ?? []
      let told = Resultat(
        ensemble, demande: Montant(cents: resultat.remis.cents), recouvre: Montant(cents: resultat.recouvre),
        nombre: resultat.remis.nombre)
      return (code, BilanDesObjectifs([told], objectifs: objectifs, on: jour))
    }
  }

  var json: JSONValue {
    .objet(
      lignes.map { etude, bilan in
        let total = bilan.total
        return (
          etude,
          .objet([
            ("nombre", JSONValue(total.nombre)), ("demande", JSONValue(total.demande)),
            ("recouvre", JSONValue(total.recouvre)), ("taux", JSONValue(total.taux?.centiemes)),
            ("objectif", JSONValue(total.objectif?.centiemes)), ("manque", .booleen(total.estManque)),
          ])
        )
      })
  }

  var phrase: String {
    let told = lignes.map { etude, bilan in
      let total = bilan.total
      let target = total.objectif.map { " (objectif \($0.texte)\(total.estManque ? ", manqué" : ""))" } ?? ""
      return "\(etude) \(total.taux?.texte ?? "—")\(target)"
    }
    return "Recouvré par étude : \(told.joined(separator: " ; "))."
  }
}
