package org.parley.gateway.request;

import java.util.HexFormat;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Encodes what people, old clients, command lines and copied addresses leave as it is:
 * UTF-8, and harmless signs of a query, such as a percent sign that begins no escape. All
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
		var raw = target.startsWith("/") ? nextRaw(target, 0) : target.length();
		if (raw == target.length()) {
			return target;
		}
		var encoded = new StringBuilder(2 * target.length());
		var end = 0;
		for (; raw < target.length(); raw = nextRaw(target, end)) {
			encoded.append(target, end, raw).append('%').append(HEX.toHexDigits((byte) target.charAt(raw)));
			end = raw + 1;
		}
		encoded.append(target, end, target.length());
		return (encoded.length() <= MAX_LENGTH) ? encoded.toString() : target;
	}

	private static int nextRaw(String target, int from) {
		var query = target.indexOf('?');
		var at = from;
		while (at < target.length() && !isRaw(target, at, query >= 0 && at > query)) {
			at++;
		}
		return at;
	}

	private static boolean isRaw(String target, int at, boolean isInQuery) {
		var octet = target.charAt(at);
		return octet >= FIRST_NOT_ASCII
				|| (isInQuery && (SIGNS.indexOf(octet) >= 0 || (octet == '%' && !isEscape(target, at))));
	}

	private static boolean isEscape(String target, int percent) {
		return percent + 2 < target.length() && HexFormat.isHexDigit(target.charAt(percent + 1))
				&& HexFormat.isHexDigit(target.charAt(percent + 2));
	}

}
