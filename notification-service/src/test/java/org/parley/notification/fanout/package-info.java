@NullMarked
package org.parley.notification.fanout;

import org.jspecify.annotations.NullMarked;
