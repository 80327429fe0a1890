package org.parley.gateway.backend;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

import org.jspecify.annotations.Nullable;

/** The instances of a service, called in turn. Recently unavailable ones are skipped. */
final class Instances {

	/** How long an unavailable instance is skipped. */
	static final Duration PAUSE = Duration.ofSeconds(2);

	private final List<URI> addresses;

	private final List<String> tags;

	private final InstantSource clock;

	private final AtomicInteger turn = new AtomicInteger();

	private final AtomicLongArray avoidedUntil;

	Instances(List<URI> addresses, InstantSource clock) {
		this.addresses = List.copyOf(addresses);
		this.tags = InstanceTags.of(addresses);
		this.clock = clock;
		this.avoidedUntil = new AtomicLongArray(addresses.size());
	}

	int count() {
		return this.addresses.size();
	}

	/** The next available instance, or any when all are unavailable. */
	URI next() {
		var first = this.turn.getAndUpdate((last) -> (last + 1) % count());
		for (var i = 0; i < count(); i++) {
			var candidate = (first + i) % count();
			if (this.avoidedUntil.get(candidate) <= this.clock.millis()) {
				return this.addresses.get(candidate);
			}
		}
		return this.addresses.get(first);
	}

	/** Marks an instance as unavailable for a while. */
	void avoid(URI address) {
		this.avoidedUntil.set(indexOf(address), this.clock.millis() + PAUSE.toMillis());
	}

	/** The public name of an instance, equal on every gateway. */
	String tag(URI address) {
		return this.tags.get(indexOf(address));
	}

	/** The instance with a public name; empty when it is not among these. */
	@Nullable URI tagged(String tag) {
		var index = this.tags.indexOf(tag);
		return (index < 0) ? null : this.addresses.get(index);
	}

	/** Replaces the instance in an address. */
	static URI at(URI url, URI instance) {
		var scheme = url.getScheme().startsWith("ws") ? url.getScheme() : instance.getScheme();
		var query = (url.getRawQuery() == null) ? "" : "?" + url.getRawQuery();
		return URI.create(scheme + "://" + instance.getAuthority() + url.getRawPath() + query);
	}

	private int indexOf(URI address) {
		for (var i = 0; i < count(); i++) {
			if (Objects.equals(this.addresses.get(i).getAuthority(), address.getAuthority())) {
				return i;
			}
		}
		return -1;
	}

}
