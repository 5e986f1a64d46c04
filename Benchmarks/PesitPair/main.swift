import Foundation
import NIOCore
import NIOPosix
import NIOSSL

// The peer of the measures of PeSIT: the same bootstrap, the same file, no protocol. The receiver writes beside the name,
// forces the disk every 256 KB, renames at the end and answers one octet.
//
//   PesitPair ecouter CHEMIN [CERTIFICAT CLE]     prints its port, serves one connection, ends
//   PesitPair envoyer PORT FICHIER [AUTORITE]

let pas = 0x40000

func ecouter(_ chemin: String, _ tls: NIOSSLContext?) async throws {
  let serveur = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
    .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
    .bind(host: "127.0.0.1", port: 0) { channel in
      channel.eventLoop.makeCompletedFuture {
        if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
        return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
          wrappingChannelSynchronously: channel,
          configuration: .init(isOutboundHalfClosureEnabled: true))
      }
    }
  try await serveur.executeThenClose { connexions in
    print(serveur.channel.localAddress?.port ?? 0)
    fflush(nil)
    for try await connexion in connexions { return try await recevoir(connexion, chemin) }
  }
}

func recevoir(_ connexion: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ chemin: String) async throws {
  let descripteur = open(chemin + ".part", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  try await connexion.executeThenClose { entrant, sortant in
    var depuis = 0
    var attendus: Int?
    var recus = 0
    for try await octets in entrant {
      var octets = octets
      if attendus == nil { attendus = octets.readInteger(as: Int64.self).map(Int.init) }
      recus += octets.readableBytes
      depuis += octets.readableBytes
      ecrire(octets, descripteur)
      if depuis >= pas {
        fdatasync(descripteur)
        depuis = 0
      }
      if recus == attendus { break }
    }
    fdatasync(descripteur)
    close(descripteur)
    rename(chemin + ".part", chemin)
    try await sortant.write(ByteBuffer(bytes: [1]))
    sortant.finish()
  }
}

func ecrire(_ octets: ByteBuffer, _ descripteur: Int32) {
  octets.withUnsafeReadableBytes { bytes in
    var faits = 0
    while faits < bytes.count {
      let ecrits = write(descripteur, bytes.baseAddress! + faits, bytes.count - faits)
      guard ecrits > 0 else { fatalError("write: \(errno)") }
      faits += ecrits
    }
  }
}

func envoyer(_ port: Int, _ fichier: String, _ tls: NIOSSLContext?) async throws {
  let connexion = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
    .channelOption(.tcpOption(.tcp_nodelay), value: 1)
    .connect(host: "127.0.0.1", port: port) { channel in
      channel.eventLoop.makeCompletedFuture {
        if let tls {
          try channel.pipeline.syncOperations.addHandler(NIOSSLClientHandler(context: tls, serverHostname: nil))
        }
        return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
      }
    }
  guard let lecture = FileHandle(forReadingAtPath: fichier) else { fatalError("\(fichier) : illisible") }
  let total = try lecture.seekToEnd()
  try lecture.seek(toOffset: 0)
  try await connexion.executeThenClose { entrant, sortant in
    try await sortant.write(ByteBuffer(integer: Int64(total)))
    while let morceau = try lecture.read(upToCount: pas), !morceau.isEmpty {
      try await sortant.write(ByteBuffer(bytes: morceau))
    }
    for try await _ in entrant { return }
  }
}

let mots = Array(CommandLine.arguments.dropFirst())
switch mots.first {
case "ecouter" where mots.count >= 2:
  var tls: NIOSSLContext?
  if mots.count == 4 {
    let chaine = try NIOSSLCertificate.fromPEMFile(mots[2]).map { NIOSSLCertificateSource.certificate($0) }
    let cle = try NIOSSLPrivateKey(file: mots[3], format: .pem)
    tls = try NIOSSLContext(
      configuration: .makeServerConfiguration(certificateChain: chaine, privateKey: .privateKey(cle)))
  }
  try await ecouter(mots[1], tls)
case "envoyer" where mots.count >= 3:
  var tls: NIOSSLContext?
  if mots.count == 4 {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.trustRoots = .file(mots[3])
    configuration.certificateVerification = .noHostnameVerification
    tls = try NIOSSLContext(configuration: configuration)
  }
  try await envoyer(Int(mots[1]) ?? 0, mots[2], tls)
default:
  fatalError("PesitPair ecouter CHEMIN [CERTIFICAT CLE] | envoyer PORT FICHIER [AUTORITE]")
}
