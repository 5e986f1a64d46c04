#ifndef CENTRE_SERVEUR_CURL_SHIM_H
#define CENTRE_SERVEUR_CURL_SHIM_H

#include <curl/curl.h>

// Swift cannot call variadic functions: one typed function for each kind of option.
static inline CURLcode curl_shim_setopt_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_shim_setopt_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_shim_setopt_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_shim_setopt_read(CURL *handle, size_t (*read)(char *, size_t, size_t, void *)) {
  return curl_easy_setopt(handle, CURLOPT_READFUNCTION, read);
}

#endif
