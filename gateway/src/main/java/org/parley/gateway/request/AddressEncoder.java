package org.parley.gateway.request;

import java.util.HexFormat;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import org.parley.gateway.path.PagePath;

/**
 * Encodes what people, old clients, command lines and copied addresses leave as it is:
 * UTF-8, percent signs that begin no escape, and harmless signs of pages and queries. All
 * that follows sees addresses of RFC 3986 only, and decodes each escape once.
 */
@Sharable
final class AddressEncoder extends ChannelInboundHandlerAdapter {

	private static final String SIGNS = "\"<>[\\]^`{|}";

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private static final int FIRST_NOT_ASCII = 0x80;

	/** Of the line of a request, as in config-repo/gateway.yml. */
	private static final int MAX_LENGTH = 8 * 1024;

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpRequest request) {
			request.setUri(encode(request.uri()));
		}
		context.fireChannelRead(message);
	}

	/**
	 * Encodes a path with its query, each character of which is an octet. Whole addresses
	 * and what becomes too long stay as they are.
	 */
	static String encode(String target) {
		var signs = beginOfSigns(target);
		var raw = target.startsWith("/") ? nextRaw(target, 0, signs) : target.length();
		if (raw == target.length()) {
			return target;
		}
		var encoded = new StringBuilder(2 * target.length());
		var end = 0;
		for (; raw < target.length(); raw = nextRaw(target, end, signs)) {
			encoded.append(target, end, raw).append('%').append(HEX.toHexDigits((byte) target.charAt(raw)));
			end = raw + 1;
		}
		encoded.append(target, end, target.length());
		return (encoded.length() <= MAX_LENGTH) ? encoded.toString() : target;
	}

	/** Services refuse signs in their paths, which no client has to write there. */
	private static int beginOfSigns(String target) {
		var query = target.indexOf('?');
		var path = (query < 0) ? target.length() : query;
		return PagePath.isPage(target.substring(0, path)) ? 0 : path;
	}

	private static int nextRaw(String target, int from, int signs) {
		var at = from;
		while (at < target.length() && !isRaw(target, at, signs)) {
			at++;
		}
		return at;
	}

	private static boolean isRaw(String target, int at, int signs) {
		var octet = target.charAt(at);
		return octet >= FIRST_NOT_ASCII || (octet == '%' && !isEscape(target, at))
				|| (at >= signs && SIGNS.indexOf(octet) >= 0);
	}

	private static boolean isEscape(String target, int percent) {
		return percent + 2 < target.length() && HexFormat.isHexDigit(target.charAt(percent + 1))
				&& HexFormat.isHexDigit(target.charAt(percent + 2));
	}

}
