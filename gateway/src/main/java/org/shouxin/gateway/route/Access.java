package org.shouxin.gateway.route;

/** Who may use a route. */
public enum Access {
  /** Callers with a valid token of the realm. */
  TOKEN,
  /** Everybody; the service checks a signature of its own. */
  PUBLIC,
  /** Nobody from outside: the path is for calls between services and answers 404. */
  CLOSED
}
