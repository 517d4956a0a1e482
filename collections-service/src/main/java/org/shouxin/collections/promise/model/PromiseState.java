package org.shouxin.collections.promise.model;

/** Where a promise to pay stands. */
public enum PromiseState {
  MADE,
  KEPT,
  BROKEN,
  WITHDRAWN
}
