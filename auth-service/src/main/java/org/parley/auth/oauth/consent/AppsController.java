package org.parley.auth.oauth.consent;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.app.AuthorizedApps;
import org.parley.auth.oauth.app.AuthorizedApps.Permitted;
import org.parley.auth.oauth.page.Page;
import org.parley.auth.oauth.page.SeeOtherRedirect;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Page of the apps with access to the user's account. */
@Page
class AppsController {

	private static final String APPS = "/oauth2/apps";

	private final AuthorizedApps apps;

	private final Users users;

	private final MessageSource messages;

	AppsController(AuthorizedApps apps, Users users, MessageSource messages) {
		this.apps = apps;
		this.users = users;
		this.messages = messages;
	}

	@GetMapping(APPS)
	ModelAndView list(@RequestParam(defaultValue = "false") boolean withdrawn, BrowserUser browserUser, Locale locale) {
		var zone = this.users.findById(browserUser.getName()).map((user) -> user.profile().timeZone()).orElse("UTC");
		var apps = this.apps.findByUser(browserUser.getName()).stream().map(AppAccessView::of).toList();
		return new ModelAndView("oauth/apps").addObject("apps", apps)
			.addObject("withdrawn", withdrawn)
			.addObject("day", dateFormat(locale).withZone(ZoneId.of(zone)))
			.addObject("next", APPS);
	}

	@PostMapping(APPS + "/{id}/withdraw")
	ModelAndView withdraw(@PathVariable String id, BrowserUser browserUser, ClientDevice clientDevice) {
		try {
			this.apps.withdraw(browserUser.getName(), id, clientDevice);
		}
		catch (RefusalException ex) {
			ignoreNotFound(ex);
		}
		return SeeOtherRedirect.to(APPS + "?withdrawn=true");
	}

	/** An app without access needs no withdrawal. */
	private static void ignoreNotFound(RefusalException ex) {
		if (ex.kind() != RefusalKind.NOT_FOUND) {
			throw ex;
		}
	}

	/** In the language of the page, which may differ from the requested one. */
	private DateTimeFormatter dateFormat(Locale requested) {
		var language = Locale.forLanguageTag(this.messages.getMessage("lang", null, requested));
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
	}

	/** An app with access to the user's account, for the page. */
	record AppAccessView(String id, String name, @Nullable String homePage, List<ScopeView> permissions, Instant since,
			@Nullable Instant lastUsedAt) {

		static AppAccessView of(Permitted app) {
			return new AppAccessView(app.clientId(), app.name(), app.homePage(),
					ScopeView.of(app.scopes(), app.scopes()), app.since(), app.lastUsedAt());
		}

		public String letter() {
			return ConsentAppView.letterOf(this.name);
		}

	}

}
