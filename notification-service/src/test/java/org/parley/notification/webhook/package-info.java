@NullMarked
package org.parley.notification.webhook;

import org.jspecify.annotations.NullMarked;
