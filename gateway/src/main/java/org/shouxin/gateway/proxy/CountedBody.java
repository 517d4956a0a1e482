package org.shouxin.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A body on its way through: counts its bytes, breaks off when they are too many, and tells when
 * something moved.
 */
final class CountedBody implements ReadStream<Buffer> {

  private final ReadStream<Buffer> source;
  private final long bytesMax;
  private final Runnable moved;
  private final Runnable tooLong;
  private long bytes;
  private boolean broken;
  private Runnable insteadOfFailing;
  private Handler<Throwable> failed;

  CountedBody(ReadStream<Buffer> source, long bytesMax, Runnable moved, Runnable tooLong) {
    this.source = source;
    this.bytesMax = bytesMax;
    this.moved = moved;
    this.tooLong = tooLong;
  }

  /** Does this when the source fails, and tells the reader nothing. */
  CountedBody onFailure(Runnable instead) {
    insteadOfFailing = instead;
    return this;
  }

  @Override
  public CountedBody handler(Handler<Buffer> handler) {
    source.handler(handler == null ? null : chunk -> count(chunk, handler));
    return this;
  }

  private void count(Buffer chunk, Handler<Buffer> handler) {
    moved.run();
    bytes += chunk.length();
    if (broken) {
      return;
    }
    if (bytes > bytesMax) {
      broken = true;
      tooLong.run();
      if (failed != null) {
        failed.handle(new BodyTooLong());
      }
      return;
    }
    handler.handle(chunk);
  }

  @Override
  public CountedBody exceptionHandler(Handler<Throwable> handler) {
    failed = handler;
    source.exceptionHandler(
        handler == null || insteadOfFailing == null ? handler : failure -> insteadOfFailing.run());
    return this;
  }

  @Override
  public CountedBody endHandler(Handler<Void> handler) {
    source.endHandler(
        handler == null
            ? null
            : end -> {
              moved.run();
              if (!broken) {
                handler.handle(end);
              }
            });
    return this;
  }

  @Override
  public CountedBody pause() {
    source.pause();
    return this;
  }

  @Override
  public CountedBody resume() {
    source.resume();
    return this;
  }

  @Override
  public CountedBody fetch(long amount) {
    source.fetch(amount);
    return this;
  }

  /** The body is longer than its route allows. */
  private static final class BodyTooLong extends RuntimeException {
    private BodyTooLong() {
      super("body too long", null, false, false);
    }
  }
}
