package org.parley.notification.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.notification.announcement.NotificationView;
import org.parley.notification.notification.NotificationList.Edge;
import org.parley.notification.notification.NotificationList.Filter;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's notifications. */
@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "Notifications")
class NotificationController {

	private static final String ORDER = "unread-first";

	private final NotificationList list;

	private final ManageNotifications manageNotifications;

	private final NotificationWording notificationWording;

	private final InstantSource clock;

	NotificationController(NotificationList list, ManageNotifications manageNotifications,
			NotificationWording notificationWording, InstantSource clock) {
		this.list = list;
		this.manageNotifications = manageNotifications;
		this.notificationWording = notificationWording;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "List your notifications, unread first, then newest first")
	ResponseEntity<Paged<NotificationView>> list(@Valid @ParameterObject Parameters parameters, Caller caller) {
		var from = (parameters.cursor() != null) ? Cursor.parse(parameters.cursor(), ORDER, 3) : null;
		var began = (from != null) ? from.instant(2) : this.clock.instant();
		var page = Paged.walk(find(parameters.filter(caller), from, began, parameters.size() + 1), from,
				parameters.size(), ORDER,
				(notification) -> new Object[] { notification.wasRead(began), notification.id(), began });
		return EntityTagResponses
			.of(new Paged<>(this.notificationWording.views(caller.id(), page.data()), page.meta()));
	}

	private List<Notification> find(Filter filter, @Nullable Cursor from, Instant began, int limit) {
		var edge = (from != null) ? new Edge(Boolean.parseBoolean(from.text(0)), from.text(1), began) : null;
		return (from != null && from.backwards()) ? this.list.findBefore(filter, Objects.requireNonNull(edge), limit)
				: this.list.findAfter(filter, edge, limit);
	}

	@GetMapping("/unread-count")
	@Operation(summary = "Count your unread notifications")
	ResponseEntity<Data<Count>> unreadCount(Caller caller) {
		return EntityTagResponses.of(new Data<>(new Count(this.list.countUnread(caller.id(), Rights.of(caller)))));
	}

	@PutMapping("/{id}/read")
	@Operation(summary = "Mark a notification as read")
	ResponseEntity<Data<NotificationView>> read(@PathVariable String id, Caller caller) {
		var notification = this.manageNotifications.markRead(id, caller);
		return EntityTagResponses.of(notification.version(), this.notificationWording.view(notification));
	}

	@PutMapping("/read-all")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Mark all notifications as read, or those about a social post")
	void readAll(
			@Parameter(example = "01KAG2W0K2M4N6P8Q0R2S4T6V8") @RequestParam(required = false) @Pattern(
					regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}", message = "must be an id") @Nullable String socialPost,
			Caller caller) {
		if (socialPost != null) {
			this.manageNotifications.markSocialPostRead(caller.id(), socialPost);
		}
		else {
			this.manageNotifications.markAllRead(caller);
		}
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a notification; it can be restored within a minute")
	void delete(@PathVariable String id, Caller caller) {
		this.manageNotifications.delete(id, caller);
	}

	@PostMapping("/{id}/restore")
	@Operation(summary = "Restore a notification deleted within the last minute")
	ResponseEntity<Data<NotificationView>> restore(@PathVariable String id, Caller caller) {
		var notification = this.manageNotifications.restore(id, caller);
		return EntityTagResponses.of(notification.version(), this.notificationWording.view(notification));
	}

	/** The number of unread notifications. */
	@Schema(name = "UnreadCount")
	record Count(@Schema(example = "3") long count) {
	}

	/**
	 * Which notifications to list.
	 *
	 * @param unread only unread notifications
	 * @param kind only notifications of this kind
	 */
	@Schema(name = "NotificationQuery")
	record Parameters(@Nullable @Pattern(regexp = "true|false", message = "must be true or false") String unread,
			@Parameter(example = "reply") @Nullable @Pattern(
					regexp = "reply|quote|mention|vote|followed-thread|followed-category|message|comment|reaction|follow|moderation|report|summary|role|system|webhook",
					message = "must be reply, quote, mention, vote, followed-thread, followed-category, message, comment, reaction, follow, moderation, report, summary, role, system or webhook") String kind,
			@Nullable String cursor, @Parameter(example = "20") @Nullable @Min(value = 1,
					message = "must be 1 to 100") @Max(value = 100, message = "must be 1 to 100") Integer limit) {

		int size() {
			return (this.limit != null) ? this.limit : 20;
		}

		Filter filter(Caller caller) {
			return new Filter(caller.id(), Rights.of(caller),
					(this.kind != null) ? NotificationKind.of(this.kind) : null, "true".equals(this.unread));
		}

	}

}
