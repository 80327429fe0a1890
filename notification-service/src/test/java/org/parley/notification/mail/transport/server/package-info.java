@NullMarked
package org.parley.notification.mail.transport.server;

import org.jspecify.annotations.NullMarked;
