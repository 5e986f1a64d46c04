#ifndef CENTRE_SERVEUR_POSTGRESQL_SHIM_H
#define CENTRE_SERVEUR_POSTGRESQL_SHIM_H

#include <libpq-fe.h>
#include <poll.h>

#endif
