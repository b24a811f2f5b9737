package io.zhenggai.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request body that fails as soon as it is longer than allowed, or too slow; nothing past the limit is passed on. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private final BodyPace pace;
    private final Runnable whenRead;
    private @Nullable Handler<Throwable> failure;
    private long seen;
    private boolean flowing;
    private boolean ended;
    private boolean tooSlow;

    /**
     * @param limit bytes, inclusive
     * @param whenRead is run once when the whole body has been read
     */
    LimitedBody(ReadStream<Buffer> body, long limit, BodyPace pace, Runnable whenRead) {
        this.body = body;
        this.limit = limit;
        this.pace = pace;
        this.whenRead = whenRead;
    }

    /** @return whether more was sent than allowed */
    boolean isExceeded() {
        return seen > limit;
    }

    /** @return whether it came too slowly and has failed because of that */
    boolean isTooSlow() {
        return tooSlow;
    }

    /** To be called at intervals of {@link BodyPace#LOOK} until it has ended: fails it when too little has come. */
    void look() {
        if (!ended && pace.isTooSlow(seen, flowing) && failure != null) {
            tooSlow = true;
            failure.handle(new BodyTooSlowException());
        }
    }

    /** @return whether it was read to its end without a single byte */
    boolean isEmpty() {
        return ended && seen == 0;
    }

    @Override
    public LimitedBody handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> pass(part, handler));
        return this;
    }

    private void pass(Buffer part, Handler<Buffer> handler) {
        if (isExceeded() || tooSlow) {
            return;
        }
        seen += part.length();
        if (!isExceeded()) {
            handler.handle(part);
        } else if (failure != null) {
            failure.handle(new BodyTooLargeException(limit));
        }
    }

    @Override
    public LimitedBody endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            ended = true;
                            whenRead.run();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failure = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public LimitedBody pause() {
        flowing = false;
        body.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        flowing = true;
        body.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        flowing = true;
        body.fetch(amount);
        return this;
    }
}
