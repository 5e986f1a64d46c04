// swift-tools-version: 6.2
import PackageDescription

/// The rooms and who may enter them: docs/decisions.md; a test holds these arrows.
let package = Package(
  name: "centre-serveur",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "centre-serveur", targets: ["CentreServeur"]),
    .executable(name: "pesit", targets: ["PesitCommand"]),
    .library(name: "PeSIT", targets: ["PeSIT"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibzip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CXlsxwriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
      name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

    .target(
      name: "PeSIT",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    .target(
      name: "Francais",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .executableTarget(
      name: "PesitCommand",
      dependencies: [
        "PeSIT", "Francais",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    .executableTarget(
      name: "PesitPair",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ], path: "Benchmarks/PesitPair"),

    .target(name: "Convention"),
    .target(name: "Preuve", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "Interface",
      dependencies: ["Convention", "CLibzip", "CXlsxwriter", .product(name: "Yams", package: "Yams")],
      resources: [.copy("../../Formats")]),
    .target(
      name: "Adresses", dependencies: ["Convention"], resources: [.copy("../../Referentiels")]),
    .target(name: "SQLEngine"),
    .target(
      name: "SQLiteEngine",
      dependencies: ["SQLEngine", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "PostgreSQLEngine", dependencies: ["SQLEngine", "CPostgreSQL"]),
    .target(name: "Registre", dependencies: ["Convention", "Preuve", "SQLEngine"]),
    .target(
      name: "Centre",
      dependencies: [
        "Convention", "Preuve", "Interface", "Adresses", "Registre", "SQLEngine", "CCurl",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.copy("../../docs/convention.md")]),
    .target(
      name: "Site",
      dependencies: [
        "Convention", "Interface", "Registre", "Centre",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [.copy("Ressources")]),
    .target(name: "Generation", dependencies: ["Convention", "Interface", "Adresses"]),
    .target(
      name: "Simulation", dependencies: ["Convention", "Interface", "Adresses", "Generation"]),
    .executableTarget(
      name: "CentreServeur",
      dependencies: [
        "Convention", "Preuve", "Interface", "Adresses", "Registre", "SQLEngine", "SQLiteEngine",
        "PostgreSQLEngine", "Centre", "Generation", "Simulation", "Site", "Francais", "PeSIT",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Yams", package: "Yams"),
      ]),

    .target(
      name: "MoteurDEssai", dependencies: ["SQLEngine", "SQLiteEngine", "PostgreSQLEngine"], path: "Tests/MoteurDEssai"),
    .testTarget(
      name: "PeSITTests",
      dependencies: [
        "PeSIT", .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ],
      resources: [.copy("Vecteurs")]),
    .testTarget(
      name: "ConventionTests", dependencies: ["Convention"], resources: [.copy("Calendrier")]),
    .testTarget(name: "TidyTests"),
    .testTarget(name: "PreuveTests", dependencies: ["Preuve"]),
    .testTarget(
      name: "InterfaceTests", dependencies: ["Interface"], resources: [.copy("Echantillons")]),
    .testTarget(name: "AdressesTests", dependencies: ["Adresses"], resources: [.copy("Cas")]),
    .testTarget(
      name: "SQLEngineTests", dependencies: ["SQLEngine", "SQLiteEngine", "PostgreSQLEngine", "MoteurDEssai"]),
    .testTarget(name: "RegistreTests", dependencies: ["Registre", "SQLEngine", "SQLiteEngine", "MoteurDEssai"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Adresses", "Centre", "Convention", "Interface", "Registre", "Site", "SQLEngine", "SQLiteEngine",
        "MoteurDEssai",
        .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(name: "GenerationTests", dependencies: ["Generation", "CentreServeur"]),
    .testTarget(
      name: "SimulationTests", dependencies: ["Simulation", "Generation", "Registre", "CentreServeur"]),
    .testTarget(name: "CentreTests", dependencies: ["Centre", "SQLEngine", "MoteurDEssai"]),
    .testTarget(
      name: "CentreServeurTests", dependencies: ["CentreServeur"],
      resources: [.copy("Aides")]),
  ],
  swiftLanguageModes: [.v6]
)
