import CCurl

/// A mail server: `smtp://hote:25` or `smtps://hote:465`, with a user where it asks for one.
public struct SMTP: Sendable, Hashable {
  public let url: String
  public let utilisateur: String?
  public let motDePasse: String?

  public init(url: String, utilisateur: String? = nil, motDePasse: String? = nil) {
    self.url = url
    self.utilisateur = utilisateur
    self.motDePasse = motDePasse
  }

  /// Seconds before a silent server is given up.
  private static let timeoutSeconds = 30

  /// Hands a message over; throws a ``SMTPFault`` with the server's or the library's reason.
  func send(_ message: Courriel) throws {
    guard let handle = curl_easy_init() else { throw SMTPFault(raison: "libcurl indisponible") }
    defer { curl_easy_cleanup(handle) }
    let recipients = curl_slist_append(nil, "<\(message.destinataire)>")
    defer { curl_slist_free_all(recipients) }
    configure(handle, message, recipients)
    try Lettre(Array(message.rfc5322.utf8)).whileReading(handle) {
      let code = curl_easy_perform(handle)
      guard code == CURLE_OK else { throw SMTPFault(raison: String(cString: curl_easy_strerror(code))) }
    }
  }

  private func configure(
    _ handle: UnsafeMutableRawPointer, _ message: Courriel, _ recipients: UnsafeMutablePointer<curl_slist>?
  ) {
    _ = curl_shim_setopt_string(handle, CURLOPT_URL, url)
    _ = curl_shim_setopt_string(handle, CURLOPT_MAIL_FROM, "<\(message.expediteur)>")
    _ = curl_shim_setopt_pointer(handle, CURLOPT_MAIL_RCPT, recipients)
    _ = curl_shim_setopt_long(handle, CURLOPT_UPLOAD, 1)
    _ = curl_shim_setopt_long(handle, CURLOPT_NOSIGNAL, 1)
    _ = curl_shim_setopt_long(handle, CURLOPT_TIMEOUT, SMTP.timeoutSeconds)
    if let utilisateur { _ = curl_shim_setopt_string(handle, CURLOPT_USERNAME, utilisateur) }
    if let motDePasse { _ = curl_shim_setopt_string(handle, CURLOPT_PASSWORD, motDePasse) }
  }
}

public struct SMTPFault: Error, Hashable, Sendable, CustomStringConvertible {
  public let raison: String
  public var description: String { "le serveur de messagerie n’a pas pris le message (\(raison))" }
}

/// The bytes of a message while libcurl reads them.
private final class Lettre {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func whileReading(_ handle: UnsafeMutableRawPointer, _ body: () throws -> Void) rethrows {
    _ = curl_shim_setopt_read(handle) { buffer, size, count, context in
      guard let buffer, let context else { return 0 }
      let lettre = Unmanaged<Lettre>.fromOpaque(context).takeUnretainedValue()
      return lettre.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
    }
    _ = curl_shim_setopt_pointer(handle, CURLOPT_READDATA, Unmanaged.passUnretained(self).toOpaque())
    try withExtendedLifetime(self) { try body() }
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}

// Never with its password, nor an address that may hold one.
extension SMTP: CustomStringConvertible {
  public var description: String { "SMTP" }
}
