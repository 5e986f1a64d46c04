/// The words for how far an état récapitulatif has gone.
public enum EtatDuRecapitulatif {
  public static func libelle(_ etat: String) -> String {
    switch etat {
    case "ATTENDU": "à arrêter"
    case "ARRETE": "arrêté, à signer"
    case "SIGNE": "signé, à transmettre"
    case "TRANSMIS": "transmis"
    default: etat
    }
  }
}
