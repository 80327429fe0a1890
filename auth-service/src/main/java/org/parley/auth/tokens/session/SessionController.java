package org.parley.auth.tokens.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists and ends the caller's sessions. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Sessions")
class SessionController {

	private final UserSessions userSessions;

	private final EndSessions endSessions;

	private final SignInCookies cookies;

	private final InstantSource clock;

	private final Users users;

	private final AccessTokenIssuer accessTokenIssuer;

	SessionController(UserSessions userSessions, EndSessions endSessions, SignInCookies cookies, InstantSource clock,
			Users users, AccessTokenIssuer accessTokenIssuer) {
		this.userSessions = userSessions;
		this.endSessions = endSessions;
		this.cookies = cookies;
		this.clock = clock;
		this.users = users;
		this.accessTokenIssuer = accessTokenIssuer;
	}

	@GetMapping("/sessions")
	@Operation(summary = "List your sessions, newest first")
	ResponseEntity<Data<List<SessionView>>> list(Caller caller) {
		return EntityTagResponses.of(new Data<>(this.userSessions.findLive(caller.id(), this.clock.instant())
			.stream()
			.map((userSession) -> SessionView.of(userSession, caller))
			.toList()));
	}

	@DeleteMapping("/sessions/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "End one of your sessions")
	void end(Caller caller, @PathVariable String id, ClientDevice clientDevice) {
		this.endSessions.end(caller, id, clientDevice);
	}

	@PostMapping("/socket-token")
	@Operation(summary = "Get a token that opens sockets of the current session; the API refuses it")
	ResponseEntity<Data<SocketToken>> issueSocketToken(Caller caller) {
		var user = this.users.findById(caller.id()).orElseThrow();
		var token = this.accessTokenIssuer.issueForSockets(user, caller.sessionId());
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Data<>(new SocketToken(token)));
	}

	@PostMapping("/logout")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Sign out of the current session")
	void logout(Caller caller, ClientDevice clientDevice, HttpServletResponse response) {
		this.endSessions.signOut(caller, clientDevice);
		deleteCookie(response);
	}

	@PostMapping("/logout-all")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Sign out everywhere; all tokens issued so far become invalid")
	void logoutAll(Caller caller, ClientDevice clientDevice, HttpServletResponse response) {
		this.endSessions.signOutEverywhere(caller.id(), caller, clientDevice);
		deleteCookie(response);
	}

	private void deleteCookie(HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.end(SignInCookies.Kind.REFRESH));
	}

	/**
	 * A token for the {@code auth} of Socket.IO.
	 *
	 * @param token valid for 15 minutes
	 */
	record SocketToken(@Schema(example = "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJSUzI1NiJ9.e30.c2ln") String token) {

		@Override
		public String toString() {
			return "SocketToken[token=***]";
		}

	}

	/**
	 * A session, as shown to its owner.
	 *
	 * @param device the {@code User-Agent} of the last use
	 */
	@Schema(name = "Session")
	record SessionView(@Schema(example = "01KAG2V8F2G4H6J8K0M2N4P6Q8") String id,
			@Schema(example = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0)") String device,
			@Schema(example = "203.0.113.7") String address, Instant createdAt, Instant lastUsedAt, boolean current) {

		static SessionView of(UserSession userSession, Caller caller) {
			return new SessionView(userSession.id(), userSession.device(), userSession.address(),
					userSession.createdAt(), userSession.lastUsedAt(), userSession.id().equals(caller.sessionId()));
		}

	}

}
