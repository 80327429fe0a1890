@NullMarked
package org.parley.webhook.privacy;

import org.jspecify.annotations.NullMarked;
