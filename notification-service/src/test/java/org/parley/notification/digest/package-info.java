@NullMarked
package org.parley.notification.digest;

import org.jspecify.annotations.NullMarked;
