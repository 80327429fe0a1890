package org.parley.realtime.connection;

import com.corundumstudio.socketio.protocol.JacksonJsonSupport;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON support of the Socket.IO server that writes null properties, as the API does. */
final class SocketJson extends JacksonJsonSupport {

	@Override
	protected void init(ObjectMapper mapper) {
		super.init(mapper);
		mapper.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
	}

}
