package org.parley.media.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.media.account.PrivateAccounts;
import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.item.MediaNotFoundException;
import org.parley.media.overview.ChangeMedia.DescribeMediaRequest;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.media.MediaView;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/media")
@Tag(name = "Media")
class MediaController {

	private final MediaItems items;

	private final MediaViews views;

	private final PrivateAccounts accounts;

	private final ChangeMedia changeMedia;

	MediaController(MediaItems items, PrivateAccounts accounts, MediaViews views, ChangeMedia changeMedia) {
		this.items = items;
		this.accounts = accounts;
		this.views = views;
		this.changeMedia = changeMedia;
	}

	@GetMapping
	@Operation(summary = "List your media, newest first")
	ResponseEntity<Paged<MediaView>> list(@Valid @ParameterObject MediaPageQuery query, Caller caller) {
		var page = new NewestFirst(query);
		var found = page.page(this.items.page(caller.id(), page), MediaItem::id);
		return EntityTagResponses.of(found.map(this.views::of));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get one of your media, or one that is used in something public")
	ResponseEntity<Data<MediaView>> get(@PathVariable String id, @Nullable Caller caller) {
		var item = this.items.find(id)
			.filter((found) -> (caller != null && found.belongsTo(caller.id())) || this.accounts.allowPublic(found))
			.orElseThrow(MediaNotFoundException::new);
		var view = this.views.of(item);
		return EntityTagResponses.of(view.version(), view);
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Change the alternative text of one of your media")
	ResponseEntity<Data<MediaView>> describe(@PathVariable String id, @Valid @RequestBody DescribeMediaRequest request,
			IfMatch condition, Caller caller) {
		var view = this.views.of(this.changeMedia.describe(id, request, condition, caller));
		return EntityTagResponses.of(view.version(), view);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove one of your media with its files")
	void remove(@PathVariable String id, IfMatch condition, Caller caller) {
		this.changeMedia.remove(id, condition, caller);
	}

	/** A query for a page of media. */
	record MediaPageQuery(@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(1) @Max(100) @Nullable Integer limit) implements PageQuery {
	}

}
