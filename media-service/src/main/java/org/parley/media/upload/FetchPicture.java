package org.parley.media.upload;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.parley.contracts.media.MediaPurpose;
import org.parley.contracts.media.PictureOffered;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.security.outbound.PublicHttpClient;
import org.parley.platform.security.outbound.PublicHttpSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Fetches pictures that newcomers have at other providers, once, and treats them as
 * uploads of these people. A picture that cannot be had is left out.
 */
@Component
@EnableConfigurationProperties(PictureFetchSettings.class)
class FetchPicture implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(FetchPicture.class);

	/** The content decides. */
	private static final UploadContentType DECLARED = UploadContentType.JPEG;

	private final UploadFetchedFile uploadFetchedFile;

	private final PictureFetchSettings settings;

	private final CloseableHttpClient http;

	private final ScheduledExecutorService deadlines = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("picture-deadlines").factory());

	FetchPicture(UploadFetchedFile uploadFetchedFile, PictureFetchSettings settings) {
		this.uploadFetchedFile = uploadFetchedFile;
		this.settings = settings;
		this.http = PublicHttpClient.open(new PublicHttpSettings("Parley/1.0", settings.allowPrivateAddresses(),
				settings.timeout(), settings.timeout()));
	}

	/** Fetches a picture, unless that was done. */
	void fetch(PictureOffered offer) {
		if (this.uploadFetchedFile.isUploaded(offer.mediaId())) {
			return;
		}
		var picture = read(offer.address());
		if (picture.isEmpty()) {
			log.atInfo().addKeyValue("media", offer.mediaId()).log("Picture of a provider not fetched");
			return;
		}
		try {
			this.uploadFetchedFile.upload(offer.mediaId(), MediaPurpose.AVATAR, DECLARED, picture.get(),
					offer.personId());
		}
		catch (RefusalException ex) {
			if (ex.kind() == RefusalKind.UNAVAILABLE) {
				throw ex;
			}
			log.atInfo().addKeyValue("media", offer.mediaId()).addKeyValue("code", ex.code()).log("Picture refused");
		}
	}

	private Optional<byte[]> read(String address) {
		try {
			var request = new HttpGet(URI.create(address));
			var deadline = this.deadlines.schedule(request::cancel, this.settings.timeout().toMillis(),
					TimeUnit.MILLISECONDS);
			try {
				return this.http.execute(request, FetchPicture::content);
			}
			finally {
				deadline.cancel(false);
			}
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static Optional<byte[]> content(ClassicHttpResponse answer) throws IOException {
		if (answer.getCode() != HttpStatus.SC_OK || answer.getEntity() == null) {
			return Optional.empty();
		}
		var content = answer.getEntity().getContent().readNBytes(DECLARED.limit() * 1024 * 1024 + 1);
		return (content.length > 0 && DECLARED.permits(content.length)) ? Optional.of(content) : Optional.empty();
	}

	@Override
	public void destroy() throws IOException {
		this.deadlines.shutdownNow();
		this.http.close();
	}

}
