package org.parley.moderation.publiclog;

import java.net.URI;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.category.ModerationCategories;
import org.parley.moderation.category.ModerationCategory;
import org.parley.moderation.publiclog.LogFeedWriter.LogEntryView;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the public log: to each reader, the acts in categories that they can read. */
@RestController
@RequestMapping("/api/v1/moderation/log")
@Tag(name = "Public log")
class PublicLogController {

	private static final PublicLogQuery LATEST = new PublicLogQuery(null, null, 50);

	private final PublicLog publicLog;

	private final ModerationCategories moderationCategories;

	private final URI site;

	PublicLogController(PublicLog publicLog, ModerationCategories moderationCategories,
			@Value("${parley.public-url}") URI site) {
		this.publicLog = publicLog;
		this.moderationCategories = moderationCategories;
		this.site = site;
	}

	@GetMapping
	@Operation(summary = "List acts of moderation, newest first")
	ResponseEntity<Paged<LogEntryView>> list(@Valid @ParameterObject PublicLogQuery query, @Nullable Caller caller) {
		return EntityTagResponses.of(find(query, Rights.of(caller)));
	}

	/** The feed is the same for all readers: it has what guests can see. */
	@GetMapping("/feed")
	@Operation(summary = "Get the newest acts of moderation as an Atom feed")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = "string")))
	ResponseEntity<byte[]> feed() {
		var atom = LogFeedWriter.write(find(LATEST, Rights.of(Audience.EVERYONE)).data(), this.site);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_ATOM_XML)
			.cacheControl(CacheControl.noCache())
			.varyBy(HttpHeaders.AUTHORIZATION)
			.eTag(DigestUtils.md5DigestAsHex(atom))
			.body(atom);
	}

	private Paged<LogEntryView> find(PublicLogQuery query, Rights rights) {
		var readable = this.moderationCategories.findReadable(rights);
		var slugs = readable.stream()
			.filter((category) -> !category.slug().isEmpty())
			.collect(Collectors.toUnmodifiableMap(ModerationCategory::id, ModerationCategory::slug));
		return this.publicLog.findPage(query, query.category(), readable).map((entry) -> LogEntryView.of(entry, slugs));
	}

	/**
	 * The query parameters of the public log.
	 *
	 * @param category only this category, by its slug
	 * @param limit the size of the page; 20 by default
	 */
	record PublicLogQuery(
			@Parameter(example = "gardening") @Size(max = 200, message = "must have at most 200 characters") @Pattern(
					regexp = "[\\p{Ll}\\p{Lo}\\p{N}-]*", message = "must be a slug") @Nullable String category,
			@Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") @Nullable Integer limit)
			implements
				PageQuery {
	}

}
