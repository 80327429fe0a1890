package org.parley.media.decoder;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.parley.media.decoder.DecoderProcess.DecoderEndedException;
import org.parley.media.decoder.DecoderProgram.DecoderUnavailableException;
import org.parley.media.picture.PictureFile;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Decodes pictures in other processes, which are ended when they exceed the time.
 * Processes are reused, because a start takes longer than most pictures; they end after a
 * minute without work, and after some hundred pictures, so that nothing accumulates.
 */
@Component
@EnableConfigurationProperties(DecoderSettings.class)
public class PictureDecoder implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(PictureDecoder.class);

	private static final int MAX_PICTURES = 500;

	private static final long IDLE_SECONDS = 60;

	private final DecoderSettings settings;

	private final ConcurrentLinkedDeque<DecoderProcess> idle = new ConcurrentLinkedDeque<>();

	private final ScheduledExecutorService timers = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("decoder-timers").daemon().factory());

	private volatile @Nullable DecoderProgram program;

	PictureDecoder(DecoderSettings settings) {
		this.settings = settings;
	}

	/**
	 * Decodes a picture. A process that ends is tried a second time, since the cause may
	 * be another.
	 * @throws MediaRefusedException if the picture cannot be decoded within the limits
	 * @throws DecoderUnavailableException if no process can be started
	 */
	public DecodedPicture decode(PictureFile picture) {
		try {
			return attempt(picture);
		}
		catch (DecoderEndedException ex) {
			log.atWarn()
				.addKeyValue("cause", ex.getMessage())
				.log("A decoding process ended; the picture is tried again");
		}
		try {
			return attempt(picture);
		}
		catch (DecoderEndedException ex) {
			throw new MediaRefusedException(MediaRefusal.TOO_COMPLEX);
		}
	}

	private DecodedPicture attempt(PictureFile picture) throws DecoderEndedException {
		var process = take();
		var timeout = this.timers.schedule(process::close, this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
		try {
			return process.decode(picture);
		}
		finally {
			if (timeout.cancel(false) && process.isReady()) {
				giveBack(process);
			}
			else {
				process.close();
			}
		}
	}

	private DecoderProcess take() {
		var process = this.idle.pollFirst();
		return (process != null) ? process : DecoderProcess.start(program());
	}

	private void giveBack(DecoderProcess process) {
		if (process.pictures() >= MAX_PICTURES) {
			process.close();
			return;
		}
		this.idle.addFirst(process);
		var before = process.pictures();
		var _ = this.timers.schedule(() -> endIfIdle(process, before), IDLE_SECONDS, TimeUnit.SECONDS);
	}

	private void endIfIdle(DecoderProcess process, int before) {
		if (process.pictures() == before && this.idle.remove(process)) {
			process.close();
		}
	}

	private synchronized DecoderProgram program() {
		var extracted = this.program;
		if (extracted == null) {
			extracted = DecoderProgram.extract(this.settings);
			this.program = extracted;
		}
		return extracted;
	}

	@Override
	public void destroy() {
		this.timers.shutdownNow();
		this.idle.forEach(DecoderProcess::close);
	}

}
