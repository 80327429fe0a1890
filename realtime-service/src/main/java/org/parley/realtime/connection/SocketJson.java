package org.parley.realtime.connection;

import com.corundumstudio.socketio.protocol.JacksonJsonSupport;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The server's JSON, with {@code null} where the API has it too. */
final class SocketJson extends JacksonJsonSupport {

	@Override
	protected void init(ObjectMapper mapper) {
		super.init(mapper);
		mapper.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
	}

}
