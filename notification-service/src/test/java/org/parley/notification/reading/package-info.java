@NullMarked
package org.parley.notification.reading;

import org.jspecify.annotations.NullMarked;
