@NullMarked
package org.parley.webhook.http;

import org.jspecify.annotations.NullMarked;
