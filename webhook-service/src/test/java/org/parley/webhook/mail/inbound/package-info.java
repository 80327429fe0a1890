@NullMarked
package org.parley.webhook.mail.inbound;

import org.jspecify.annotations.NullMarked;
