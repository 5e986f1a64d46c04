# Every target says what it does before doing it; `make` alone lists them.
.PHONY: help demo test bench format lint

help:
	@echo "make demo    trois mois d'un département inventé, puis son site sur http://127.0.0.1:8080"
	@echo "make test    installe ce qui manque, construit, puis lance tous les tests"
	@echo "make bench   mesures de performance, contre des pairs (GRAND=1 : un million de dossiers)"
	@echo "make format  met les sources en forme"
	@echo "make lint    vérifie la forme des sources"

demo:
	@echo "== Démonstration : préparation de la machine, construction, trois mois d'un département, puis son site"
	@script/setup
	@echo "== Construction du programme (la première prend de 7 à 8 minutes sur deux cœurs)"
	@script/construire
	@.build/release/centre-serveur demo

test:
	@echo "== Tests : préparation de la machine, construction, tests, contrôles du programme livré"
	@script/setup chromium chromium-driver default-jre-headless python3-pip postgresql openssl
	@script/outils-de-test
	@script/test

bench:
	@echo "== Mesures de performance : $(if $(GRAND),un million de dossiers,200 000 dossiers) ; wrk est installé s'il manque"
	@Benchmarks/run

format:
	@echo "== Mise en forme de Sources, Tests et Package.swift"
	@swift format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	@echo "== Vérification de la forme de Sources, Tests et Package.swift"
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests
	@echo "Rien à redire."
