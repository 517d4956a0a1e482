package org.shouxin.gateway.proxy;

/** Told how a request fares at its service. */
public interface Progress {

  /** The service has begun to answer, with this status. */
  void answered(int status);

  /** The service broke off in the middle of its answer, and so the caller was cut off too. */
  void brokenOff();
}
