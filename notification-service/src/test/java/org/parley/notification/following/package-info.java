@NullMarked
package org.parley.notification.following;

import org.jspecify.annotations.NullMarked;
