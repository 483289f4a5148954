package cellar.stack.monitoring;

import tools.jackson.databind.JsonNode;

/**
 * Where a panel is, on a grid that is 24 wide.
 *
 * @param x from the left
 * @param y from the top
 * @param width how wide it is
 * @param height how high it is
 */
record Tile(int x, int y, int width, int height) {

	static final int GRID = 24;

	static Tile of(JsonNode panel) {
		JsonNode at = panel.path("gridPos");
		return new Tile(at.path("x").asInt(), at.path("y").asInt(), at.path("w").asInt(), at.path("h").asInt());
	}

	boolean isOnTheGrid() {
		return this.x >= 0 && this.y >= 0 && this.width > 0 && this.height > 0 && this.x + this.width <= GRID;
	}

	boolean overlaps(Tile other) {
		return this.x < other.x + other.width && other.x < this.x + this.width && this.y < other.y + other.height
				&& other.y < this.y + this.height;
	}

}
