package org.parley.media.overview;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaVariant;
import org.parley.media.account.PrivateAccounts;
import org.parley.media.item.MediaItem;
import org.parley.media.refusal.MediaRefusal;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.readmodels.media.MediaView;
import org.parley.platform.readmodels.media.MediaView.MediaVariantView;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Creates the views of media. */
@Component
public class MediaViews {

	private final MediaAddresses addresses;

	private final PrivateAccounts accounts;

	private final MessageSource messages;

	MediaViews(MediaAddresses addresses, PrivateAccounts accounts, MessageSource messages) {
		this.addresses = addresses;
		this.accounts = accounts;
		this.messages = messages;
	}

	public MediaView of(MediaItem item) {
		var content = item.content();
		if (content == null) {
			return new MediaView(item.id(), item.purpose(), item.state(), null, null, null, null, null, item.alt(),
					List.of(), item.refusal(), reason(item), item.createdAt(), item.version());
		}
		var isPublic = this.accounts.allowPublic(item);
		var variants = content.variants().stream().map((variant) -> view(variant, isPublic)).toList();
		return new MediaView(item.id(), item.purpose(), item.state(), content.kind(), content.width(), content.height(),
				content.blurhash(), content.duration(), item.alt(), variants, null, null, item.createdAt(),
				item.version());
	}

	/**
	 * The reason in the language of the request; that of damaged files for a code of
	 * earlier versions.
	 */
	private @Nullable String reason(MediaItem item) {
		var locale = LocaleContextHolder.getLocale();
		return (item.refusal() != null) ? this.messages.getMessage(item.refusal(), null,
				this.messages.getMessage(MediaRefusal.UNDECODABLE.code(), null, locale), locale) : null;
	}

	private MediaVariantView view(MediaVariant variant, boolean isPublic) {
		var url = isPublic ? this.addresses.unsigned(variant.path()) : this.addresses.signed(variant.path());
		return new MediaVariantView(variant.name(), url, variant.width(), variant.height(), variant.contentType(),
				variant.size());
	}

}
