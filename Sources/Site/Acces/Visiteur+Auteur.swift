import Convention
import Registre

extension Visiteur {
  /// Who acts on what is of an étude, as the journal keeps it: « etude:E3101/anne », « direction:31/luc », « exploitant/claire ».
  func auteur(chez etude: CodeEtude) -> String {
    let nom = utilisateur.identifiant
    return switch utilisateur.profil {
    case .direction(let departement): "direction:\(departement)/\(nom)"
    case .etude: "etude:\(etude)/\(nom)"
    case .exploitant, .comptable, .central: "\(metier.rawValue)/\(nom)"
    }
  }
}
