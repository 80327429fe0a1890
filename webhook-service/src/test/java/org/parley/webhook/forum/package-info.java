@NullMarked
package org.parley.webhook.forum;

import org.jspecify.annotations.NullMarked;
