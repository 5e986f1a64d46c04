import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Between Hummingbird's words and ours.
enum Traduction {
  static func demande(_ request: Request, _ context: BasicRequestContext) -> Guichet.Demande {
    let parametres = Dictionary(context.parameters.map { (String($0.key), String($0.value)) }) { first, _ in first }
    return Guichet.Demande(
      chemin: request.uri.path, parametres: parametres, recherche: Substring(request.uri.query ?? ""),
      cookies: cookies(request), typeDeCorps: request.headers[.contentType] ?? ""
    ) { limite in try await lire(request, limite) }
  }

  /// What is too long is read and forgotten, so that a browser, which listens only once it has sent all, hears the refusal;
  /// beyond this, it is cut off.
  private static let limiteDePatience = 64 * 1024 * 1024

  private static func lire(_ request: Request, _ limite: Int) async throws -> [UInt8] {
    var octets: [UInt8] = []
    var count = 0
    for try await buffer in request.body {
      count += buffer.readableBytes
      guard count <= limiteDePatience else { break }
      if count <= limite { octets.append(contentsOf: buffer.readableBytesView) }
    }
    guard count <= limite else { throw FauteDePage.tropLourd(limite: limite) }
    return octets
  }

  private static func cookies(_ request: Request) -> [String: String] {
    let pairs = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]).sansBords, parts.count > 1 ? String(parts[1]).sansBords : "")
    }
    return Dictionary(pairs) { first, _ in first }
  }

  static func response(_ reponse: Reponse, _ site: Site) async throws -> Response {
    var headers = protections(site)
    for (nom, valeur) in reponse.enTetes {
      guard let name = HTTPField.Name(nom) else { preconditionFailure("a header's name is spelled in the code") }
      if name == .setCookie { headers.append(HTTPField(name: name, value: valeur)) } else { headers[name] = valeur }
    }
    return Response(
      status: .init(code: reponse.statut), headers: headers, body: try await body(reponse.corps))
  }

  private static func body(_ corps: Reponse.Corps) async throws -> ResponseBody {
    switch corps {
    case .octets(let octets): return ResponseBody(byteBuffer: ByteBuffer(bytes: octets))
    case .fichier(let url, let ephemere):
      let handle = try FileHandle(forReadingFrom: url)
      // Without a name from now on: whatever happens to this answer, nothing of it stays on the disk.
      if ephemere { try FileManager.default.removeItem(at: url) }
      let size = try handle.seekToEnd()
      try handle.seek(toOffset: 0)
      return ResponseBody(contentLength: Int(size)) { writer in
        defer { try? handle.close() }
        while let block = try handle.read(upToCount: 256 * 1024), !block.isEmpty {
          try await writer.write(ByteBuffer(bytes: block))
        }
        try await writer.finish(nil)
      }
    }
  }

  /// What every answer tells browsers (OWASP): nothing from elsewhere, no frame, no copy kept.
  private static func protections(_ site: Site) -> HTTPFields {
    site.reglage.isSecure ? communes + [HTTPField(name: .strictTransportSecurity, value: "max-age=31536000")] : communes
  }

  private static let communes: HTTPFields = {
    var fields = HTTPFields()
    fields[.cacheControl] = "no-store"
    fields[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    fields[.xContentTypeOptions] = "nosniff"
    for (name, value) in [("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin")] {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return fields
  }()
}
