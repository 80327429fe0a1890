package org.parley.media.upload;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.runtime.ProcessRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Fetches and uploads awaited pictures, one by one. One that fails is tried again when
 * its claim expires, and is left out after a day.
 */
@Component
class FetchAwaitedPictures extends DueWork {

	private static final Logger log = LoggerFactory.getLogger(FetchAwaitedPictures.class);

	private static final int LOOPS = 2;

	private final AwaitedPictures pictures;

	private final FetchPicture fetchPicture;

	private final StoreMailedPicture storeMailedPicture;

	FetchAwaitedPictures(AwaitedPictures pictures, FetchPicture fetchPicture, StoreMailedPicture storeMailedPicture,
			InstantSource clock) {
		super(clock);
		this.pictures = pictures;
		this.fetchPicture = fetchPicture;
		this.storeMailedPicture = storeMailedPicture;
	}

	@Bean
	static ClusterLoops awaitedPictureLoops(FetchAwaitedPictures work, ProcessRole role) {
		return new ClusterLoops("awaited-pictures", role.works() ? LOOPS : 0, work);
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.pictures.findNextDue();
	}

	@Override
	public boolean doBatch() {
		var claimed = this.pictures.claim();
		claimed.ifPresent(this::process);
		return claimed.isPresent();
	}

	private void process(AwaitedPicture picture) {
		try {
			fetch(picture);
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("media", picture.id())
				.addKeyValue("cause", ex.toString())
				.log("A picture cannot be fetched or stored");
			if (!this.pictures.isOverdue(picture)) {
				return;
			}
		}
		this.pictures.remove(picture);
	}

	private void fetch(AwaitedPicture picture) {
		var offered = picture.offered();
		if (offered != null) {
			this.fetchPicture.fetch(offered);
		}
		var mailed = picture.mailed();
		if (mailed != null) {
			this.storeMailedPicture.store(mailed, picture.ownerId());
		}
	}

}
