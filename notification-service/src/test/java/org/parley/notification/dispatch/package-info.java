@NullMarked
package org.parley.notification.dispatch;

import org.jspecify.annotations.NullMarked;
