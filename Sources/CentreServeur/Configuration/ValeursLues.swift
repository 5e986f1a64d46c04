import Configuration
import Foundation
import Yams

/// Every setting with its value and where it comes from: options, then environment, then file, then defaults.
struct ValeursLues: Sendable {
  enum Origine: Hashable, Sendable {
    case option, environnement, defaut
    case fichier(String)

    var texte: String {
      switch self {
      case .option: "option de la commande"
      case .environnement: "environnement"
      case .fichier(let nom): "fichier \(nom)"
      case .defaut: "défaut"
      }
    }
  }

  private var found: [Cle: (valeur: String, origine: Origine)] = [:]
  /// Keys of the file that mean nothing here.
  private(set) var inconnues: [String] = []

  init(options: [String: String], environnement: [String: String]) async throws {
    let given = ValeursLues.provider(options)
    // A variable that is set to nothing says nothing.
    let environment = EnvironmentVariablesProvider(environmentVariables: environnement.filter { !$0.value.isEmpty })
      .prefixKeys(with: ConfigKey(Cle.prefixe))
    try await read([(.option, given), (.environnement, environment)])
    guard let path = self[.config] else { return }
    let file = try await ValeursLues.file(path)
    try await read([(.option, given), (.environnement, environment), (.fichier(path), file)])
    inconnues = try ValeursLues.unknownKeys(path)
  }

  subscript(cle: Cle) -> String? { found[cle]?.valeur ?? cle.defaut }

  func origine(_ cle: Cle) -> Origine { found[cle]?.origine ?? .defaut }

  private mutating func read(_ sources: [(Origine, any ConfigProvider)]) async throws {
    let reader = ConfigReader(providers: sources.map(\.1))
    for cle in Cle.toutes {
      guard let value = try await text(cle, reader, sources) else { continue }
      let key = AbsoluteConfigKey(ConfigKey(cle.nom))
      let origin = sources.first { (try? $0.1.value(forKey: key, type: .string))?.value != nil }
      found[cle] = (value, origin?.0 ?? .defaut)
    }
  }

  private func text(
    _ cle: Cle, _ reader: ConfigReader, _ sources: [(Origine, any ConfigProvider)]
  ) async throws -> String? {
    do {
      return try await reader.fetchString(forKey: ConfigKey(cle.nom), isSecret: cle.estSecrete)
    } catch {
      throw MauvaisUsage("Configuration : la clé \(cle.nom) attend un texte, non une liste ou un groupe.")
    }
  }
}

extension ValeursLues {
  private static func provider(_ texts: [String: String]) -> InMemoryProvider {
    let values = texts.map { (AbsoluteConfigKey(ConfigKey($0.key)), ConfigValue(.string($0.value), isSecret: false)) }
    return InMemoryProvider(name: "options", values: Dictionary(uniqueKeysWithValues: values))
  }

  private static func file(_ path: String) async throws -> FileProvider<YAMLSnapshot> {
    let place = ConfigReader(provider: provider(["filePath": path]))
    do {
      return try await FileProvider<YAMLSnapshot>(config: place)
    } catch let error as YamlError {
      throw MauvaisUsage("\(path)\(lineText(of: error)) : ce n’est pas du YAML bien formé.")
    } catch {
      throw MauvaisUsage(
        "\(path) : fichier de configuration absent, illisible, ou qui n’est pas une suite de « clé: valeur ».")
    }
  }

  private static func unknownKeys(_ path: String) throws -> [String] {
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    let known = Set(Cle.toutes.map(\.nom))
    return leaves(try Yams.compose(yaml: text), []).filter { !known.contains($0) }
  }

  private static func leaves(_ node: Node?, _ path: [String]) -> [String] {
    guard let mapping = node?.mapping else { return [path.joined(separator: ".")] }
    return mapping.flatMap { leaves($0.value, path + [$0.key.string ?? "?"]) }
  }
}

// Never what it holds, passwords among the rest.
extension ValeursLues: CustomStringConvertible {
  var description: String { "ValeursLues" }
}
