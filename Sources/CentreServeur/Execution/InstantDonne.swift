import Convention

/// An instant of the command line, in French legal time: `2026-03-27T10:00`.
func instant(_ text: String, of option: String) throws -> Instant {
  let parts = text.split(separator: "T", omittingEmptySubsequences: false)
  guard parts.count == 2, let jour = Jour(iso: String(parts[0])), let minutes = Reglages.minutesDuJour(parts[1]) else {
    throw MauvaisUsage("\(option) « \(text) » : AAAA-MM-JJTHH:MM attendu, en heure légale.")
  }
  return Instant(jour, heure: minutes / 60, minute: minutes % 60)
}

/// Codes and days of the command line, checked.
enum CodeDonne {
  static func postes(_ texts: [String]) throws -> Set<Codique> { Set(try texts.map(poste)) }

  static func poste(_ text: String) throws -> Codique {
    guard let code = Codique(text) else { throw MauvaisUsage("Poste « \(text) » : 6 ou 7 chiffres attendus.") }
    return code
  }

  static func departement(_ text: String) throws -> Departement {
    guard let code = Departement(text) else { throw MauvaisUsage("Département « \(text) » inconnu.") }
    return code
  }

  static func etude(_ text: String) throws -> CodeEtude {
    guard let code = CodeEtude(text) else {
      throw MauvaisUsage("Étude « \(text) » : 4 à 8 capitales et chiffres attendus.")
    }
    return code
  }

  static func jour(_ text: String, of option: String) throws -> Jour {
    guard let jour = Jour(iso: text) else {
      throw MauvaisUsage("\(option) « \(text) » : AAAA-MM-JJ attendu, un jour qui existe.")
    }
    return jour
  }
}
