import NIOCore
import NIOSSL

/// The certificate of this end, and whom it believes (§2.3 of docs/pesit.md): TLS 1.2 and 1.3, from the first octet on.
public struct TLSIdentity: Hashable, Sendable {
  /// PEM, the chain.
  public var certificatePath: String?
  /// PEM.
  public var keyPath: String?
  /// PEM: the authorities that are believed; the system's when nil.
  public var authorityPath: String?
  /// A server wants the requester's certificate.
  public var requiresClientCertificate = false
  /// A requester wants the server's certificate to bear this name, or the address that it calls. Without it, a certificate of a named authority is
  /// enough: partners call each other by address and by PI 3 and 4.
  public var serverName: String?

  /// No certificate; the system's authorities.
  public init() {}

  /// For a listener.
  ///
  /// - Throws: when a file is missing or is not what it should be.
  public func serverContext() throws -> NIOSSLContext {
    guard let certificatePath, let keyPath else { throw TLSFault.incomplete }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: try chain(certificatePath), privateKey: .privateKey(try key(keyPath)))
    configuration.minimumTLSVersion = .tlsv12
    configuration.certificateVerification = requiresClientCertificate ? .noHostnameVerification : .none
    if let authorityPath { configuration.trustRoots = .file(authorityPath) }
    return try NIOSSLContext(configuration: configuration)
  }

  /// For a caller.
  ///
  /// - Throws: when a file is missing or is not what it should be.
  public func clientContext() throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv12
    if let certificatePath, let keyPath {
      configuration.certificateChain = try chain(certificatePath)
      configuration.privateKey = .privateKey(try key(keyPath))
    }
    if let authorityPath {
      configuration.trustRoots = .file(authorityPath)
      configuration.certificateVerification = serverName == nil ? .noHostnameVerification : .fullVerification
    }
    return try NIOSSLContext(configuration: configuration)
  }

  private func chain(_ path: String) throws -> [NIOSSLCertificateSource] {
    try NIOSSLCertificate.fromPEMFile(path).map { .certificate($0) }
  }

  private func key(_ path: String) throws -> NIOSSLPrivateKey { try NIOSSLPrivateKey(file: path, format: .pem) }
}

/// What is missing for TLS.
public enum TLSFault: Error, Hashable, Sendable {
  /// A listener needs a certificate and its key.
  case incomplete
}
