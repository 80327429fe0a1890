package org.parley.gateway.guest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The cache of guests' reads.
 *
 * @param paths path patterns of the API; their answers must not differ between guests
 * @param pages path patterns of pages; they may differ by language only
 * @param languages the languages of pages, that for all other readers first
 * @param views which pages show a thread, and who counts it; null counts nothing
 * @param age the maximum age of an answer; zero switches the cache off
 * @param size the memory for all answers
 */
@Validated
@ConfigurationProperties("parley.gateway.guest-cache")
record GuestCacheSettings(@DefaultValue Set<String> paths, @DefaultValue Set<String> pages,
		@DefaultValue("en") List<String> languages, @Valid @Nullable ViewSettings views,
		@DefaultValue("1s") Duration age, @DefaultValue("32MB") DataSize size) {

	/**
	 * Views of threads that no service sees.
	 *
	 * @param page the path pattern of pages that show a thread, with its {@code id}
	 * @param report the URL that takes the views
	 */
	record ViewSettings(@NotBlank String page, @NotNull URI report) {
	}

}
